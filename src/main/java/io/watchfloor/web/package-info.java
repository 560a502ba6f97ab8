/**
 * What people see: pages, exports, error pages and the view records they print.
 */
@NullMarked
package io.watchfloor.web;

import org.jspecify.annotations.NullMarked;
