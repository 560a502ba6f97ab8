package io.watchfloor.web;

import java.util.List;

/**
 * The picture of an incident's alerts on a time axis, in the coordinates of its SVG.
 *
 * @param width the picture's width
 * @param height the picture's height
 * @param left where the time axis begins; what is before it belongs to the lanes' names
 * @param right where the time axis ends
 * @param from the first time on it
 * @param to the last time on it
 * @param ticks the times that are written below it
 * @param lanes the stages of the attack
 * @param untimed how many alerts have no time and are missing
 */
record TimelineView(int width, int height, int left, int right, TimeView from, TimeView to, List<Tick> ticks,
		List<Lane> lanes, int untimed) {

	/**
	 * The axis's line, where the lanes end.
	 */
	public int bottom() {
		return this.height - AlertTimeline.AXIS_HEIGHT;
	}

	/**
	 * A time on the axis.
	 *
	 * @param x where
	 * @param day the day, written only where it is another than the tick's before
	 * @param time the time of the day
	 */
	record Tick(int x, String day, String time) {
	}

	/**
	 * The alerts of one tactic, or of one other category.
	 *
	 * @param name the tactic
	 * @param top its upper edge
	 * @param height its height
	 * @param bars its alerts
	 */
	record Lane(String name, int top, int height, List<Bar> bars) {

		/**
		 * Where the name is written.
		 */
		public int baseline() {
			return this.top + AlertTimeline.ROW_HEIGHT - 7;
		}

	}

	/**
	 * An alert, from its first to its last activity.
	 *
	 * @param number the alert's number
	 * @param level its severity, as style classes name it
	 * @param x where it begins
	 * @param y its upper edge
	 * @param width how long it is, at least so much that it can be seen
	 * @param label its number, severity and, where there is room, title
	 * @param labelX where the label begins or, when it stands before the bar, ends
	 * @param before whether the label stands before the bar
	 */
	record Bar(int number, String level, int x, int y, int width, String label, int labelX, boolean before) {

		static final int HEIGHT = 12;

		public int baseline() {
			return this.y + HEIGHT - 2;
		}

		public String anchorOfText() {
			return (this.before) ? "end" : "start";
		}

	}

}
