"""Tables of records of any size come in; which are one body goes out: on DuckDB, on a Spark cluster when it grows."""
