/// curl's command line as a value: its options, URLs with patterns, config files, words of a shell.
/// Pure, but for the files that it is told to read.
@NullMarked
package org.sluice.app.curl;

import org.jspecify.annotations.NullMarked;
