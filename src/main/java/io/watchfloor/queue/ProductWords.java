package io.watchfloor.queue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words for products and sensors of which the API has several. All incidents and
 * filters use the newest of them, so that a product is one value whatever it was called
 * when an alert was raised.
 *
 * @see <a href= "https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public final class ProductWords {

	private static final Map<String, String> NEWEST = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	static {
		String endpoint = "MicrosoftDefenderForEndpoint";
		NEWEST.put("MicrosoftDefenderATP", endpoint);
		NEWEST.put("WindowsDefenderAtp", endpoint);
		NEWEST.put("OfficeATP", "MicrosoftDefenderForOffice365");
		NEWEST.put("AzureATP", "MicrosoftDefenderForIdentity");
		NEWEST.put("MicrosoftCloudAppSecurity", "MicrosoftDefenderForCloudApps");
		NEWEST.put("MCAS", "MicrosoftDefenderForCloudApps");
		NEWEST.put("CloudAppSecurity", "MicrosoftDefenderForCloudApps");
		NEWEST.put("WindowsDefenderAv", "Antivirus");
		NEWEST.put("WindowsDefenderSmartScreen", "SmartScreen");
		NEWEST.put("MTP", "Microsoft365Defender");
		NEWEST.put("AadIdentityProtection", "AzureADIdentityProtection");
		// Its capitals differ from answer to answer
		NEWEST.put("AzureADIdentityProtection", "AzureADIdentityProtection");
		NEWEST.put("CustomerTI", "CustomTi");
		for (String part : List.of("Servers", "Storage", "DNS", "Databases", "Containers", "Network", "AppService",
				"KeyVault", "ResourceManager", "IoT")) {
			NEWEST.put("AzureDefenderFor" + part, "MicrosoftDefenderFor" + part);
		}
	}

	private ProductWords() {
	}

	/**
	 * Return the newest word for a product or a sensor.
	 * @param word the API's word, in any case
	 * @return the newest word, or the same one where there is no other
	 */
	public static String newest(String word) {
		return NEWEST.getOrDefault(word, word);
	}

}
