/**
 * What calls to other servers have in common: time-outs and bodies of limited size. The
 * next rooms are {@code signin} and {@code defender}, which make such calls.
 */
@NullMarked
package io.watchfloor.http;

import org.jspecify.annotations.NullMarked;
