/**
 * Reading from Microsoft Graph, tested against a tenant in memory that is as strict.
 */
@NullMarked
package io.watchfloor.defender.graph;

import org.jspecify.annotations.NullMarked;
