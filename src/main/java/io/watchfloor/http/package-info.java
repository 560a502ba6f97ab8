/**
 * What calls to other servers have in common: time-outs, bodies of limited size, and what
 * a server demands of a token. The next rooms are {@code signin} and {@code defender},
 * which make such calls.
 */
@NullMarked
package io.watchfloor.http;

import org.jspecify.annotations.NullMarked;
