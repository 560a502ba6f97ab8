package io.watchfloor.queue.sweep;

/**
 * A part of a report that looks like an indicator but is not searched for.
 *
 * @param text the part
 * @param reason why not
 */
public record LeftOut(String text, Reason reason) {

	/**
	 * Why a part of a report is not searched for.
	 */
	public enum Reason {

		FILE("names of files"), VERSION("versions of software"), NETWORK("networks, of which no address is named"),
		EVERY_MACHINE("addresses that every machine has");

		private final String label;

		Reason(String label) {
			this.label = label;
		}

		/**
		 * Return what such parts are taken for.
		 * @return such as {@code names of files}
		 */
		public String label() {
			return this.label;
		}

	}

}
