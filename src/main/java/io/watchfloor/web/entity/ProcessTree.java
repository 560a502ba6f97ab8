package io.watchfloor.web.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts processes below the processes that started them; where several might come next,
 * the one with the worst verdict, its own or that of a process below it, comes first.
 * Processes that name each other as parents are listed once all the same.
 */
final class ProcessTree {

	private static final int DEEPEST = 8;

	private final ProcessParents parents;

	private final Map<Entity, List<Entity>> children = new HashMap<>();

	private final Map<Entity, Integer> worst = new HashMap<>();

	private final Map<Entity, Integer> depths = new LinkedHashMap<>();

	private ProcessTree(ProcessParents parents) {
		this.parents = parents;
	}

	/**
	 * Put each process below the one that started it.
	 * @param processes processes in the order of first mention
	 * @return the depth of each process, at most {@value #DEEPEST}, in the order in which
	 * they are listed: parents first
	 */
	static Map<Entity, Integer> depths(List<Entity> processes, ProcessParents parents) {
		ProcessTree tree = new ProcessTree(parents);
		processes.forEach(tree::rank);
		Comparator<Entity> worstFirst = Comparator.comparing((Entity process) -> -tree.worst.getOrDefault(process, 0));
		List<Entity> sorted = processes.stream().sorted(worstFirst).toList();
		sorted.forEach(tree::join);
		sorted.stream().filter((process) -> parents.of(process) == null).forEach(tree::place);
		sorted.forEach(tree::place);
		return tree.depths;
	}

	/**
	 * Remember a process's verdict for itself and for its ancestors.
	 */
	private void rank(Entity process) {
		int rank = process.rank();
		Entity above = process;
		while (above != null && this.worst.getOrDefault(above, -1) < rank) {
			this.worst.put(above, rank);
			above = this.parents.of(above);
		}
	}

	private void join(Entity process) {
		Entity parent = this.parents.of(process);
		if (parent != null) {
			this.children.computeIfAbsent(parent, (absent) -> new ArrayList<>()).add(process);
		}
	}

	private void place(Entity root) {
		record Step(Entity process, int depth) {
		}
		Deque<Step> steps = new ArrayDeque<>(List.of(new Step(root, 0)));
		while (!steps.isEmpty()) {
			Step step = steps.pop();
			if (this.depths.putIfAbsent(step.process(), Math.min(step.depth(), DEEPEST)) == null) {
				List<Entity> next = this.children.getOrDefault(step.process(), List.of());
				for (int i = next.size() - 1; i >= 0; i--) {
					steps.push(new Step(next.get(i), step.depth() + 1));
				}
			}
		}
	}

}
