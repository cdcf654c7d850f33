"""Tables of records of any size come in; which records are one body goes out: on DuckDB here, on a Spark cluster when it grows."""
