/**
 * Reads incidents from Microsoft Graph, and says them in the Defender API's words. It
 * stands on {@code defender}, which knows nothing of it; begin with {@code GraphApi}.
 */
@NullMarked
package io.watchfloor.defender.graph;

import org.jspecify.annotations.NullMarked;
