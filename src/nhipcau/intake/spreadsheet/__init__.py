"""Hostile spreadsheets come in; rows of plain text go out."""
