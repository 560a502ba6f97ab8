/**
 * What stands around every page, tested.
 */
@NullMarked
package io.watchfloor.web.frame;

import org.jspecify.annotations.NullMarked;
