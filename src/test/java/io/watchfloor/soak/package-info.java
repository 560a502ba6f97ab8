/**
 * Lets a whole team work for minutes while everything around fails at random, and judges
 * what that did: {@code ./mvnw -Psoak verify}. What starts it is {@code Soak}.
 */
@NullMarked
package io.watchfloor.soak;

import org.jspecify.annotations.NullMarked;
