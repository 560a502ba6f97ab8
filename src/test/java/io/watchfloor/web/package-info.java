/**
 * Pages, tested slice by slice.
 */
@NullMarked
package io.watchfloor.web;

import org.jspecify.annotations.NullMarked;
