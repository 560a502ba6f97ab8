package io.watchfloor.web.entity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a piece of evidence on one device.
 *
 * @param place the device, or words if no device is named
 * @param verdict the worst verdict there, or {@code null} if there is none
 * @param remediation what was done about it there, what is unfinished first
 * @param first when it first became evidence there, or {@code null} if that is unknown
 * @param last when it last became evidence there, or {@code null} if that was once
 */
public record Sighting(FactValue place, @Nullable Verdict verdict, List<String> remediation, @Nullable FactValue first,
		@Nullable FactValue last) {
}
