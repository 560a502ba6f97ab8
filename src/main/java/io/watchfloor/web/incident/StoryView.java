package io.watchfloor.web.incident;

import java.util.List;

import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.SeverityView;
import org.jspecify.annotations.Nullable;

/**
 * The story of an incident: its alerts on a time axis, in groups of rows. Horizontal
 * positions are in percent, so that the picture can be as wide as there is room, vertical
 * ones in pixels.
 *
 * @param choices the ways to group, of which one is chosen
 * @param ticks the labelled times of the axis
 * @param steps how many main steps the axis has
 * @param from the first time on it
 * @param to the last time on it
 * @param groups the groups in the order of their first activity
 * @param untimed how many alerts are missing because they have no time
 * @param lesser how many alerts are missing because others are worse
 */
record StoryView(List<Link> choices, List<TimeAxis.Tick> ticks, int steps, TimeView from, TimeView to,
		List<Group> groups, int untimed, int lesser) {

	/**
	 * The alerts of a device or a user, or all.
	 *
	 * @param name its name, or {@code null} if there is only one group
	 * @param icon the name of its picture in {@code icons/shapes.svg}
	 * @param alerts how many alerts it has, in words
	 * @param severity the worst severity of its alerts
	 * @param from its first activity
	 * @param open whether it is open from the start
	 * @param height the height of its rows
	 * @param lanes its lanes, in the order of an attack
	 */
	record Group(@Nullable String name, String icon, String alerts, SeverityView severity, TimeView from, boolean open,
			int height, List<Lane> lanes) {
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
	}

	/**
	 * An alert, from its first to its last activity.
	 *
	 * @param number the alert's number
	 * @param anchor whether links to the alert in the story lead to this bar: the first
	 * of the alert's bars
	 * @param level its severity, as style classes name it
	 * @param x where it begins, in percent
	 * @param width how long it is, in percent
	 * @param top the upper edge of its row
	 * @param label its number, severity and, where there is room, title
	 * @param before whether the label is before the bar instead of after it
	 * @param words the whole bar in words
	 */
	record Bar(int number, boolean anchor, String level, double x, double width, int top, String label, boolean before,
			String words) {

		/**
		 * Return where it ends, in percent.
		 */
		public double end() {
			return Math.round((this.x + this.width) * 1000) / 1000.0;
		}

	}

}
