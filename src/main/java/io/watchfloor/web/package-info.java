/**
 * What people see; here only the public health check. The rooms of the pages are
 * {@code queue}, {@code incident}, {@code dashboard}, {@code export} and {@code token};
 * they stand on {@code analyst}, {@code problem}, {@code frame}, {@code parts},
 * {@code entity}, {@code address} and {@code format}, in this order.
 */
@NullMarked
package io.watchfloor.web;

import org.jspecify.annotations.NullMarked;
