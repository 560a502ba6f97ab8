/**
 * The access token's check, as a page. The next room is {@code signin.check}, which
 * checks it.
 */
@NullMarked
package io.watchfloor.web.token;

import org.jspecify.annotations.NullMarked;
