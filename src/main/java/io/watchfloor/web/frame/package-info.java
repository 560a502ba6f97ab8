/**
 * What stands around every page: navigation, theme, session notice, forms that remember.
 */
@NullMarked
package io.watchfloor.web.frame;

import org.jspecify.annotations.NullMarked;
