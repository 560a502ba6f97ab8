/**
 * Reads incidents from Microsoft Graph and changes them there, and says them in the
 * Defender API's words. It stands on {@code defender}, which knows nothing of it; begin
 * with {@code GraphApi} and {@code GraphWriter}.
 */
@NullMarked
package io.watchfloor.defender.graph;

import org.jspecify.annotations.NullMarked;
