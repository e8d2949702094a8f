/// What the engine has said and done lately, kept so that any moment of it can be shown again.
@NullMarked
package org.sluice.app.tape;

import org.jspecify.annotations.NullMarked;
