/**
 * Tests of what people install: the image and the Debian package.
 */
@NullMarked
package io.watchfloor.dist;

import org.jspecify.annotations.NullMarked;
