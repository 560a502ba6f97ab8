/**
 * The security headers of every response, including those to rejected requests. The next
 * room is {@code signin}, whose filter chain writes them.
 */
@NullMarked
package io.watchfloor.signin.headers;

import org.jspecify.annotations.NullMarked;
