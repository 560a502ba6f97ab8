/**
 * The page on which analysts end their sessions in other browsers. The next room is
 * {@code signin.session}, which ends them.
 */
@NullMarked
package io.watchfloor.web.sessions;

import org.jspecify.annotations.NullMarked;
