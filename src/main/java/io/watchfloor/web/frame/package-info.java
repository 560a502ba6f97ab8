/**
 * What stands around every page: navigation, theme, session notice, and forms that
 * remember a preference. The next room up is {@code web.problem}.
 */
@NullMarked
package io.watchfloor.web.frame;

import org.jspecify.annotations.NullMarked;
