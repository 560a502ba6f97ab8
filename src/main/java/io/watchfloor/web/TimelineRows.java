package io.watchfloor.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a lane of the timeline, each filled from the first that has room.
 */
final class TimelineRows {

	private final int top;

	private final List<List<Taken>> rows = new ArrayList<>();

	TimelineRows(int top) {
		this.top = top;
	}

	/**
	 * Take room.
	 * @param from where it begins
	 * @param to where it ends
	 * @return the upper edge of the row that had it
	 */
	int place(int from, int to) {
		int row = 0;
		while (row < this.rows.size() && isTaken(this.rows.get(row), from, to)) {
			row++;
		}
		if (row == this.rows.size()) {
			this.rows.add(new ArrayList<>());
		}
		this.rows.get(row).add(new Taken(from, to));
		return this.top + row * AlertTimeline.ROW_HEIGHT;
	}

	int count() {
		return this.rows.size();
	}

	private static boolean isTaken(List<Taken> row, int from, int to) {
		return row.stream()
			.anyMatch((taken) -> from < taken.to() + AlertTimeline.GAP && taken.from() < to + AlertTimeline.GAP);
	}

	private record Taken(int from, int to) {
	}

}
