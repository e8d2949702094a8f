package org.sluice.app.monitor;

/// How downloads are added while the Monitor is shown: the same way as in the list.
///
/// @param add opens the dialog
/// @param paste adds what is on the clipboard, through the dialog
public record AddingHere(Runnable add, Runnable paste) {}
