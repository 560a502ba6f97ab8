/**
 * What people read when something went wrong. The next room up is {@code web.analyst}.
 */
@NullMarked
package io.watchfloor.web.problem;

import org.jspecify.annotations.NullMarked;
