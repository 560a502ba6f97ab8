package io.watchfloor.web.dashboard;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A chart of stacked columns, each of which may have another number against it, in the
 * coordinates of its SVG; its numbers are also those of the table beneath it.
 *
 * @param width the picture's width
 * @param height the picture's height
 * @param left the x coordinate at which the columns begin; the axis is left of it
 * @param baseline the y coordinate of the columns' lower ends
 * @param ticks the numbers on the axis
 * @param columns the columns from left to right
 */
record ColumnChart(int width, int height, int left, int baseline, List<Tick> ticks, List<Column> columns) {

	private static final int TOP = 10;

	private static final int LEFT = 44;

	/**
	 * Room for the half of the last label that is wider than its column.
	 */
	private static final int RIGHT = 14;

	private static final int LABELS = 22;

	/**
	 * About how much room a label under a column needs.
	 */
	private static final int LABEL_WIDTH = 64;

	/**
	 * Draw a chart.
	 * @param width the picture's width
	 * @param height the picture's height
	 * @param data what each column counts
	 */
	static ColumnChart of(int width, int height, List<Datum> data) {
		int most = scale(data.stream().mapToInt(Datum::highest).max().orElse(0));
		int baseline = height - LABELS;
		double step = (double) (width - LEFT - RIGHT) / Math.max(1, data.size());
		int every = Math.max(1, (int) Math.ceil(LABEL_WIDTH / step));
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < data.size(); i++) {
			Datum datum = data.get(i);
			boolean labelled = (data.size() - 1 - i) % every == 0;
			int x = (int) Math.round(LEFT + i * step);
			int wide = Math.max(2, (int) Math.round(step * 0.78));
			double scale = (double) (baseline - TOP) / most;
			columns.add(new Column(datum.label(), (labelled) ? datum.mark() : "", x + wide / 2, datum.total(),
					datum.address(), segments(datum, x, wide, baseline, scale),
					against(datum, x, wide, baseline, scale)));
		}
		return new ColumnChart(width, height, LEFT, baseline,
				List.of(tick(0, most, baseline), tick(most / 2, most, baseline), tick(most, most, baseline)), columns);
	}

	private static List<Segment> segments(Datum datum, int x, int width, int baseline, double scale) {
		List<Segment> segments = new ArrayList<>();
		int counted = 0;
		for (Part part : datum.parts()) {
			int bottom = baseline - (int) Math.round(counted * scale);
			counted += part.number();
			int top = Math.min(bottom - 1, baseline - (int) Math.round(counted * scale));
			segments.add(new Segment(part, x, top, width, bottom - top,
					datum.label() + ": " + Numbers.of(part.number()) + " " + part.name()));
		}
		return segments;
	}

	/**
	 * Draw the number against the column as a line across it.
	 */
	private static @Nullable Segment against(Datum datum, int x, int width, int baseline, double scale) {
		Part part = datum.against();
		return (part == null) ? null : new Segment(part, x - 1, baseline - (int) Math.round(part.number() * scale) - 2,
				width + 2, 3, datum.label() + ": " + Numbers.of(part.number()) + " " + part.name());
	}

	private static Tick tick(int number, int most, int baseline) {
		int y = baseline - (int) Math.round((double) number * (baseline - TOP) / most);
		return new Tick(y, Numbers.of(number));
	}

	/**
	 * Return the least even round number that is not less than the largest column.
	 */
	private static int scale(int most) {
		int unit = 1;
		while (most > 40 * unit) {
			unit *= 10;
		}
		int steps = Math.max(2, (most + unit - 1) / unit);
		return (steps + steps % 2) * unit;
	}

	/**
	 * What a column counts.
	 *
	 * @param label the column in words
	 * @param mark the same in short, for the axis
	 * @param total the number of all
	 * @param address the view that shows all, if there is one
	 * @param parts what it is made of, from the bottom
	 * @param against another number to compare it with, if there is one
	 */
	record Datum(String label, String mark, int total, @Nullable String address, List<Part> parts,
			@Nullable Part against) {

		private int highest() {
			return (this.against != null) ? Math.max(this.total, this.against.number()) : this.total;
		}

	}

	/**
	 * A part of a column.
	 *
	 * @param name in words
	 * @param level the severity, as style classes name it
	 * @param number how many
	 * @param address the view that shows them, if there is one
	 */
	record Part(String name, String level, int number, @Nullable String address) {
	}

	/**
	 * A line of the axis.
	 *
	 * @param y its y coordinate
	 * @param label its number
	 */
	record Tick(int y, String label) {
	}

	/**
	 * A column.
	 *
	 * @param label the column in words
	 * @param mark its label on the axis; empty where there is no room
	 * @param middle the x coordinate of that label
	 * @param total the number of all
	 * @param address the view that shows all, if there is one
	 * @param segments its parts from the bottom, including those that count nothing
	 * @param against another number as a line across the column, if there is one
	 */
	record Column(String label, String mark, int middle, int total, @Nullable String address, List<Segment> segments,
			@Nullable Segment against) {
	}

	/**
	 * A part of a column as it is drawn.
	 *
	 * @param part the part
	 * @param x its left edge
	 * @param y its upper edge
	 * @param width its width
	 * @param height its height
	 * @param title its tooltip
	 */
	record Segment(Part part, int x, int y, int width, int height, String title) {
	}

}
