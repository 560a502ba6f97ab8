package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a lane. Each label goes into the first row with room for it. The room is
 * that of the narrowest picture, in pixels: a wider one has more.
 */
final class StoryRows {

	/**
	 * The height of a row in pixels: as much as a finger needs.
	 */
	static final int HEIGHT = 26;

	private static final int GAP = 6;

	private final int top;

	private final List<List<Taken>> rows = new ArrayList<>();

	StoryRows(int top) {
		this.top = top;
	}

	/**
	 * Place a label and its bar.
	 * @param from where they begin, in pixels
	 * @param to where they end, in pixels
	 * @return the upper edge of their row, in pixels
	 */
	int place(double from, double to) {
		int row = 0;
		while (row < this.rows.size() && isTaken(this.rows.get(row), from, to)) {
			row++;
		}
		if (row == this.rows.size()) {
			this.rows.add(new ArrayList<>());
		}
		this.rows.get(row).add(new Taken(from, to));
		return this.top + row * HEIGHT;
	}

	int height() {
		return this.rows.size() * HEIGHT;
	}

	private static boolean isTaken(List<Taken> row, double from, double to) {
		return row.stream().anyMatch((taken) -> from < taken.to() + GAP && taken.from() < to + GAP);
	}

	private record Taken(double from, double to) {
	}

}
