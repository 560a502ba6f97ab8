/**
 * The page on which a threat report is pasted and all incidents are searched for the
 * indicators in it. The next room is {@code queue.sweep}, which reads reports and
 * searches.
 */
@NullMarked
package io.watchfloor.web.sweep;

import org.jspecify.annotations.NullMarked;
