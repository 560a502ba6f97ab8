/**
 * Tells in sentences what the alerts of an incident say, and what relates it to others.
 * The next room up is {@code web.incident}, which shows them.
 */
@NullMarked
package io.watchfloor.web.narrative;

import org.jspecify.annotations.NullMarked;
