/**
 * The views that analysts save under a name: saving and changing them, and the view that
 * a sign-in opens. The next room is {@code web.address}, which keeps them as addresses.
 */
@NullMarked
package io.watchfloor.web.views;

import org.jspecify.annotations.NullMarked;
