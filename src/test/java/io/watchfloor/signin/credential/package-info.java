/**
 * Tests of the client certificate.
 */
@NullMarked
package io.watchfloor.signin.credential;

import org.jspecify.annotations.NullMarked;
