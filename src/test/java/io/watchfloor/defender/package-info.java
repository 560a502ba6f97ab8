/**
 * The Defender API client, tested against answers of every kind.
 */
@NullMarked
package io.watchfloor.defender;

import org.jspecify.annotations.NullMarked;
