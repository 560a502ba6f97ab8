/**
 * A pretend tenant, as strict as the real one: Entra ID, the Defender API and Microsoft
 * Graph in a web server of their own. What starts it is {@code Sandbox}.
 */
@NullMarked
package io.watchfloor.sandbox;

import org.jspecify.annotations.NullMarked;
