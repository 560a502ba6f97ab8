/**
 * What tests of pages share.
 */
@NullMarked
package io.watchfloor.web.support;

import org.jspecify.annotations.NullMarked;
