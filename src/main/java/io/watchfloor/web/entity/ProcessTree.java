package io.watchfloor.web.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Sorts processes below the processes that started them. A process is identified by its
 * device, its number and the time it started, because numbers are used again. Processes
 * that name each other as parents are listed once all the same.
 */
final class ProcessTree {

	private static final int DEEPEST = 8;

	private final Map<Entity, List<Entity>> children = new HashMap<>();

	private final Set<Entity> placed = new LinkedHashSet<>();

	private final List<EntityView> views = new ArrayList<>();

	private ProcessTree() {
	}

	/**
	 * Put each process below the one that started it.
	 * @param processes processes in the order of first mention
	 * @return every process once, parents first
	 */
	static List<EntityView> of(List<Entity> processes) {
		ProcessTree tree = new ProcessTree();
		List<Entity> roots = tree.join(processes);
		roots.forEach(tree::place);
		processes.forEach(tree::place);
		return tree.views;
	}

	private List<Entity> join(List<Entity> processes) {
		Map<List<Object>, List<Entity>> byNumber = new HashMap<>();
		processes.stream()
			.filter((process) -> process.evidence().processId() != null)
			.forEach((process) -> byNumber
				.computeIfAbsent(key(process.evidence(), process.evidence().processId()), (absent) -> new ArrayList<>())
				.add(process));
		List<Entity> roots = new ArrayList<>();
		for (Entity process : processes) {
			Evidence evidence = process.evidence();
			byNumber.getOrDefault(key(evidence, evidence.parentProcessId()), List.of())
				.stream()
				.filter((parent) -> parent != process && started(parent.evidence(), evidence))
				.findFirst()
				.ifPresentOrElse(
						(parent) -> this.children.computeIfAbsent(parent, (absent) -> new ArrayList<>()).add(process),
						() -> roots.add(process));
		}
		return roots;
	}

	private void place(Entity root) {
		record Step(Entity process, int depth) {
		}
		Deque<Step> steps = new ArrayDeque<>(List.of(new Step(root, 0)));
		while (!steps.isEmpty()) {
			Step step = steps.pop();
			if (this.placed.add(step.process())) {
				this.views.add(step.process().toView(Math.min(step.depth(), DEEPEST)));
				List<Entity> next = this.children.getOrDefault(step.process(), List.of());
				for (int i = next.size() - 1; i >= 0; i--) {
					steps.push(new Step(next.get(i), step.depth() + 1));
				}
			}
		}
	}

	private static boolean started(Evidence parent, Evidence child) {
		return parent.processCreated() == null || child.parentProcessCreated() == null
				|| parent.processCreated().equals(child.parentProcessCreated());
	}

	private static List<Object> key(Evidence evidence, @Nullable Long number) {
		return List.of(Objects.requireNonNullElse(evidence.deviceId(), ""), Objects.requireNonNullElse(number, -1L));
	}

}
