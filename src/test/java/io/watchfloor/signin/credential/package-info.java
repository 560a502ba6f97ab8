/**
 * Tests of the files of client certificate and client secret.
 */
@NullMarked
package io.watchfloor.signin.credential;

import org.jspecify.annotations.NullMarked;
