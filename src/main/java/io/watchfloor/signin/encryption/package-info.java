/**
 * Encrypts what is in sessions that leave the memory of a process, and reads the key. Who
 * stores them is {@code signin.redis}.
 */
@NullMarked
package io.watchfloor.signin.encryption;

import org.jspecify.annotations.NullMarked;
