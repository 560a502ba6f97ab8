/**
 * Tests of the client certificate.
 */
@NullMarked
package io.watchfloor.signin.certificate;

import org.jspecify.annotations.NullMarked;
