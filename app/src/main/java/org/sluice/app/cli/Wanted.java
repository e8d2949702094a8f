package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;

/// One file that the user wants.
///
/// @param url as given
/// @param path where to, as given; null to take the name from the server
record Wanted(String url, @Nullable String path) {}
