/**
 * What every answer, refusals included, tells the browser. The next room is
 * {@code signin}, whose filter chain writes it.
 */
@NullMarked
package io.watchfloor.signin.headers;

import org.jspecify.annotations.NullMarked;
