/**
 * Tests of sessions that outlive a restart.
 */
@NullMarked
package io.watchfloor.signin.persistence;

import org.jspecify.annotations.NullMarked;
