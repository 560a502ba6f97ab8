/**
 * What tests of the whole application share: browsers, visitors, processes, clocks.
 */
@NullMarked
package io.watchfloor.support;

import org.jspecify.annotations.NullMarked;
