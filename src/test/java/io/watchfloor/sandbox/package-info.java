/**
 * A pretend tenant, as strict as the real one: Entra ID and the Defender API in a web
 * server of their own. What starts it is {@code Sandbox}.
 */
@NullMarked
package io.watchfloor.sandbox;

import org.jspecify.annotations.NullMarked;
