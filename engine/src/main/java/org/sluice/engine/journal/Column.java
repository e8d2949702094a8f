package org.sluice.engine.journal;

/// A column of a table: its name and what it holds.
record Column(String name, String type) {
  static final String INTEGER = "INTEGER";
  static final String TEXT = "TEXT";
  static final String BLOB = "BLOB";

  static Column integer(String name) {
    return new Column(name, INTEGER);
  }

  static Column text(String name) {
    return new Column(name, TEXT);
  }
}
