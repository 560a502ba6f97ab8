/**
 * The devices and evidence of an incident, each once, as facts. The next room up is
 * {@code web.incident}, which shows them.
 */
@NullMarked
package io.watchfloor.web.entity;

import org.jspecify.annotations.NullMarked;
