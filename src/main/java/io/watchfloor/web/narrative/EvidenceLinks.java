package io.watchfloor.web.narrative;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The addresses of the evidence that sentences lead to. All of them are made here.
 *
 * @param ofAlert returns the address of an alert by its number, from 1
 * @param ofAsset returns the address of an asset by its HTML id
 * @param ofAssets returns the address of the assets of a kind by the HTML id of their
 * heading
 * @param alerts the address of all alerts
 * @param evidence the address of all evidence
 */
public record EvidenceLinks(IntFunction<String> ofAlert, UnaryOperator<String> ofAsset, UnaryOperator<String> ofAssets,
		String alerts, String evidence) {

	/**
	 * Links to places of the page that has the sentences.
	 */
	public static final EvidenceLinks ON_THIS_PAGE = new EvidenceLinks((number) -> "#alert-" + number,
			(anchor) -> "#" + anchor, (heading) -> "#" + heading, "#alerts", "#evidence");

	String alert(int number) {
		return this.ofAlert.apply(number);
	}

	String assets(String heading) {
		return this.ofAssets.apply(heading);
	}

	String asset(String anchor) {
		return this.ofAsset.apply(anchor);
	}

}
