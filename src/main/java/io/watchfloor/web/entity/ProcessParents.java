package io.watchfloor.web.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the processes that started other processes. A process is identified by its
 * device, its number and the time it started, because numbers are used again.
 */
final class ProcessParents {

	private final Map<Entity, Entity> parents = new HashMap<>();

	private ProcessParents() {
	}

	/**
	 * Find the parent of each process.
	 * @param processes the processes of an incident
	 */
	static ProcessParents of(List<Entity> processes) {
		Map<List<Object>, List<Entity>> byNumber = new HashMap<>();
		processes.stream()
			.filter((process) -> process.evidence().processId() != null)
			.forEach((process) -> byNumber
				.computeIfAbsent(key(process.evidence(), process.evidence().processId()), (absent) -> new ArrayList<>())
				.add(process));
		ProcessParents found = new ProcessParents();
		for (Entity process : processes) {
			Evidence evidence = process.evidence();
			byNumber.getOrDefault(key(evidence, evidence.parentProcessId()), List.of())
				.stream()
				.filter((parent) -> parent != process && started(parent.evidence(), evidence))
				.findFirst()
				.ifPresent((parent) -> found.parents.put(process, parent));
		}
		return found;
	}

	/**
	 * Return the process that started another, or {@code null} if the incident does not
	 * name it.
	 */
	@Nullable Entity of(Entity process) {
		return this.parents.get(process);
	}

	private static boolean started(Evidence parent, Evidence child) {
		return parent.processCreated() == null || child.parentProcessCreated() == null
				|| parent.processCreated().equals(child.parentProcessCreated());
	}

	private static List<Object> key(Evidence evidence, @Nullable Long number) {
		return List.of(Objects.requireNonNullElse(evidence.deviceId(), ""), Objects.requireNonNullElse(number, -1L));
	}

}
