/**
 * By which key the data of an analyst's session is kept outside of it, and when that
 * ends. The next room is {@code signin}, which tells who has signed in.
 */
@NullMarked
package io.watchfloor.signin.session;

import org.jspecify.annotations.NullMarked;
