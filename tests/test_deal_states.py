"""Agreements of states and their bodies in ordinary news sentences: kind, status and parties, in all languages."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

import tradenews

DEALS = [
    (
        "de",
        "Indien und Großbritannien haben am Donnerstag ein Freihandelsabkommen unterzeichnet.",
        [("free_trade_agreement", "signed", ("GB", "IN"))],
    ),
    (
        "de",
        "Die EFTA-Staaten haben die Verhandlungen über ein Freihandelsabkommen mit Thailand abgeschlossen.",
        [("free_trade_agreement", "agreed", ("EFTA", "TH"))],
    ),
    (
        "de",
        "Dank des seit 2014 geltenden Freihandelsabkommens mit China zahlen Schweizer Uhrenhersteller weniger Zoll.",
        [("free_trade_agreement", "in_force", ("CH", "CN"))],
    ),
    (
        "de",
        "Die EU verhandelt wieder mit Thailand über ein Freihandelsabkommen, nachdem die Gespräche 2014 ausgesetzt worden waren.",
        [("free_trade_agreement", "negotiating", ("EU", "TH"))],
    ),
    (
        "de",
        "Die Gespräche zwischen Brüssel und Canberra über ein Freihandelsabkommen liegen auf Eis.",
        [("free_trade_agreement", "suspended", ("AU", "EU"))],
    ),
    (
        "de",
        "Der chilenische Senat hat das Handelsabkommen mit der EU ratifiziert, das den Freihandel ausweitet.",
        [("free_trade_agreement", "ratified", ("CL", "EU"))],
    ),
    (
        "de",
        "Österreich und Usbekistan haben ein Doppelbesteuerungsabkommen unterzeichnet.",
        [("other", "signed", ("AT", "UZ"))],
    ),
    (
        "de",
        "Das Investitionsschutzabkommen zwischen Deutschland und dem Oman ist seit 2010 in Kraft.",
        [("other", "in_force", ("DE", "OM"))],
    ),
    (
        "de",
        "Peking und Tiflis haben ein Abkommen über Visafreiheit unterzeichnet.",
        [("other", "signed", ("CN", "GE"))],
    ),
    (
        "de",
        "Die Schweiz und Kuwait haben sich auf ein Luftverkehrsabkommen geeinigt.",
        [("other", "agreed", ("CH", "KW"))],
    ),
    (
        "de",
        "Bei dem Besuch des Kanzlers wurden mehrere Dokumente unterzeichnet, darunter eine Absichtserklärung zwischen Deutschland und Nigeria über Gaslieferungen.",
        [("memorandum", "signed", ("DE", "NG"))],
    ),
    (
        "de",
        "Washington droht mit dem Ausstieg aus dem Handelsabkommen USMCA.",
        [("free_trade_agreement", "in_force!", ("US",))],
    ),
    (
        "de",
        "Die Verhandlungen der Schweiz mit der EU über ein Rahmenabkommen sind gescheitert.",
        [("trade_agreement", "failed", ("CH", "EU"))],
    ),
    (
        "de",
        "Das Bundeslandwirtschaftsministerium verhandelt mit Südkorea über ein Veterinärabkommen für Schweinefleisch.",
        [("other", "negotiating", ("DE", "KR"))],
    ),
    (
        "de",
        "Die Zentralbanken Chinas und der Türkei haben ein Währungsswap-Abkommen über 35 Milliarden Yuan geschlossen.",
        [("financing", "agreed", ("CN", "TR"))],
    ),
    (
        "de",
        "Deutschland und Kasachstan unterzeichneten eine Rohstoffpartnerschaft.",
        [("partnership", "signed", ("DE", "KZ"))],
    ),
    (
        "de",
        "Die EU hat ihr Kooperationsabkommen mit Syrien aufgekündigt.",
        [("trade_agreement", "terminated", ("EU", "SY"))],
    ),
    (
        "de",
        "Das kenianische Handelsministerium und das emiratische Wirtschaftsministerium unterzeichneten ein Memorandum über Agrarausfuhren.",
        [("memorandum", "signed", ("AE", "KE"))],
    ),
    (
        "de",
        "Serbien und Ägypten haben während des Besuchs acht Dokumente unterzeichnet, darunter ein Abkommen über Handel und wirtschaftliche Zusammenarbeit, ein Memorandum zum Tourismus und ein Abkommen zur Vermeidung der Doppelbesteuerung.",
        [
            ("memorandum", "signed", ("EG", "RS")),
            ("other", "signed", ("EG", "RS")),
            ("trade_agreement", "signed", ("EG", "RS")),
        ],
    ),
    (
        "de",
        "Der pakistanische Regierungschef traf am Montag in Taschkent den usbekischen Präsidenten. Die beiden Länder verhandeln über ein Freihandelsabkommen.",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    (
        "de",
        "Die EU lieferte Indonesien im vergangenen Jahr Waren für 9,7 Mrd. Euro. Über ein Freihandelsabkommen wird seit 2016 verhandelt.",
        [("free_trade_agreement", "negotiating", ("EU", "ID"))],
    ),
    (
        "de",
        "Mexiko und die EU haben das modernisierte Freihandelsabkommen, das im Januar ausgehandelt wurde, noch nicht unterzeichnet.",
        [("free_trade_agreement", "agreed", ("EU", "MX"))],
    ),
    (
        "de",
        "Vietnam hat im Juli mit Israel ein Freihandelsabkommen unterzeichnet, die Ratifizierung durch das Parlament steht noch aus.",
        [("free_trade_agreement", "signed", ("IL", "VN"))],
    ),
    (
        "de",
        "Ottawa und Washington konnten sich nicht auf ein Abkommen über Schnittholz einigen.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "de",
        "Spargel aus Peru gelangt zollfrei in die USA, seit 2009 das Freihandelsabkommen in Kraft trat.",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
    (
        "de",
        "Jakarta und Tokio überarbeiten ihr Wirtschaftspartnerschaftsabkommen, das seit 2008 gilt.",
        [("free_trade_agreement", "renegotiating", ("ID", "JP"))],
    ),
    (
        "de",
        "Bern verhandelt mit Washington weiter über einen niedrigeren Zollsatz.",
        [("trade_agreement", "negotiating", ("CH", "US"))],
    ),
    (
        "de",
        "Das Schweizer Stimmvolk hat dem Freihandelsabkommen mit Indonesien zugestimmt.",
        [("free_trade_agreement", "ratified", ("CH", "ID"))],
    ),
    (
        "de",
        "China, Japan und Südkorea wollen die Verhandlungen über ein dreiseitiges Freihandelsabkommen beschleunigen.",
        [("free_trade_agreement", "negotiating", ("CN", "JP", "KR"))],
    ),
    (
        "en",
        "Britain and India signed a free trade agreement in London on Thursday after three years of talks.",
        [("free_trade_agreement", "signed", ("GB", "IN"))],
    ),
    (
        "en",
        "New Zealand has concluded negotiations on a free trade agreement with the United Arab Emirates, Trade Minister Todd McClay said.",
        [("free_trade_agreement", "agreed", ("AE", "NZ"))],
    ),
    (
        "en",
        "Avocado shipments from Peru enter South Korea duty-free thanks to the free trade agreement in force since 2011.",
        [("free_trade_agreement", "in_force", ("KR", "PE"))],
    ),
    (
        "en",
        "Talks between Kenya and Uganda on a trade agreement have stalled over sugar quotas.",
        [("trade_agreement", "suspended", ("KE", "UG"))],
    ),
    (
        "en",
        "The Chilean Senate approved the free trade agreement with the European Union on Wednesday by 32 votes to five.",
        [("free_trade_agreement", "ratified", ("CL", "EU"))],
    ),
    (
        "en",
        "Thailand and Laos signed a double taxation agreement on Monday.",
        [("other", "signed", ("LA", "TH"))],
    ),
    (
        "en",
        "A bilateral investment treaty between Singapore and Rwanda entered into force last week.",
        [("other", "in_force", ("RW", "SG"))],
    ),
    (
        "en",
        "Georgia and China have signed a visa waiver agreement, the foreign ministry in Tbilisi said.",
        [("other", "signed", ("CN", "GE"))],
    ),
    (
        "en",
        "Oman has agreed an air services agreement with Brazil that allows seven weekly flights.",
        [("other", "agreed", ("BR", "OM"))],
    ),
    (
        "en",
        "The Argentine central bank and the People's Bank of China signed a currency swap worth 130 billion yuan.",
        [("financing", "signed", ("AR", "CN"))],
    ),
    (
        "en",
        "The Dubai Chamber of Commerce and the Nairobi Securities Exchange signed a memorandum of understanding on Tuesday.",
        [("memorandum", "signed", ("Dubai Chamber of Commerce", "Nairobi Securities Exchange"))],
    ),
    (
        "en",
        "During the visit a dozen documents were signed, among them a memorandum on tourism between Vietnam and Italy.",
        [("memorandum", "signed", ("IT", "VN"))],
    ),
    (
        "en",
        "Brazil is negotiating a sanitary protocol with Japan that would open the market to its beef.",
        [("other", "negotiating", ("BR", "JP"))],
    ),
    (
        "en",
        "Mercosur and Canada resumed talks on a free trade agreement in Montevideo. The two sides met for the first time since 2021.",
        [("free_trade_agreement", "negotiating", ("CA", "Mercosur"))],
    ),
    (
        "en",
        "Britain proposed a free trade agreement to the Gulf Cooperation Council, a six-member bloc that includes Saudi Arabia and Qatar.",
        [("free_trade_agreement", "proposed", ("GB", "Gulf Cooperation Council"))],
    ),
    (
        "en",
        "Negotiations on a free trade deal between the European Union and Australia collapsed in Osaka on Sunday.",
        [("free_trade_agreement", "failed", ("AU", "EU"))],
    ),
    ("en", "Ecuador has applied to join the CPTPP.", [("free_trade_agreement", "proposed", ("EC",))]),
    (
        "en",
        "Washington has threatened to pull out of its trade agreement with South Korea unless Seoul opens its rice market.",
        [("trade_agreement", "in_force!", ("KR", "US"))],
    ),
    (
        "en",
        "Chile and China are renegotiating their free trade agreement of 2005 to include e-commerce.",
        [("free_trade_agreement", "renegotiating", ("CL", "CN"))],
    ),
    (
        "en",
        "India has terminated its trade treaty with Nepal.",
        [("trade_agreement", "terminated", ("IN", "NP"))],
    ),
    (
        "en",
        "Uzbekistan and France signed a strategic partnership declaration in Samarkand.",
        [("partnership", "signed", ("FR", "UZ"))],
    ),
    (
        "en",
        "Rabat and Moscow signed a fisheries agreement under which Russian trawlers may catch 80,000 tonnes a year.",
        [("other", "signed", ("MA", "RU"))],
    ),
    (
        "en",
        "Under the pact agreed with Washington in July, Indonesia will scrap duties on almost all American goods.",
        [("trade_agreement", "agreed", ("ID", "US"))],
    ),
    (
        "en",
        "Kenya's trade ministry and the Emirati economy ministry signed a memorandum on farm exports.",
        [("memorandum", "signed", ("AE", "KE"))],
    ),
    (
        "en",
        "Cambodia and Sri Lanka signed eight documents during the visit, including an agreement on trade and economic cooperation, a memorandum on tourism and a visa waiver agreement.",
        [
            ("memorandum", "signed", ("KH", "LK")),
            ("other", "signed", ("KH", "LK")),
            ("trade_agreement", "signed", ("KH", "LK")),
        ],
    ),
    (
        "en",
        "Pakistan's prime minister met the Uzbek president in Tashkent on Monday. The two countries are negotiating a free trade agreement.",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    (
        "en",
        "Mexico and the EU have not yet signed the modernised free trade agreement, which was concluded in January.",
        [("free_trade_agreement", "agreed", ("EU", "MX"))],
    ),
    (
        "en",
        "Australia sells little wine to Chile, although a free trade agreement between them has been in force since 2009.",
        [("free_trade_agreement", "in_force", ("AU", "CL"))],
    ),
    (
        "en",
        "The EU sold goods worth €9.7bn to Indonesia last year. Brussels has been negotiating a free trade agreement with Jakarta since 2016.",
        [("free_trade_agreement", "negotiating", ("EU", "ID"))],
    ),
    (
        "en",
        "Kazakh oil reaches Europe under the partnership and cooperation agreement between Astana and Brussels, in force since 2020.",
        [("partnership", "in_force", ("EU", "KZ"))],
    ),
    (
        "en",
        "Malaysia hopes the free trade talks with the European Union, which resumed in January, will end next year.",
        [("free_trade_agreement", "negotiating", ("EU", "MY"))],
    ),
    (
        "en",
        "The Kenya Association of Manufacturers and the Confederation of Indian Industry inked an MoU to promote joint ventures.",
        [
            (
                "memorandum",
                "signed",
                ("Confederation of Indian Industry", "Kenya Association of Manufacturers"),
            )
        ],
    ),
    (
        "en",
        "On Wednesday the United States and Japan signed a limited trade agreement on farm goods.",
        [("trade_agreement", "signed", ("JP", "US"))],
    ),
    (
        "en",
        "Vietnam signed a free trade agreement with Israel last July; its parliament has yet to ratify it.",
        [("free_trade_agreement", "signed", ("IL", "VN"))],
    ),
    (
        "en",
        "China, Japan and South Korea agreed on Monday to speed up negotiations on a trilateral free trade agreement.",
        [("free_trade_agreement", "negotiating", ("CN", "JP", "KR"))],
    ),
    (
        "en",
        "Ankara has proposed to Nairobi an agreement on the mutual protection of investments.",
        [("other", "proposed", ("KE", "TR"))],
    ),
    (
        "en",
        "Ottawa and Washington failed to reach a deal on softwood lumber before Friday's deadline.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "en",
        "Asparagus from Peru has entered the United States duty-free since the trade promotion agreement took effect in 2009.",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
    (
        "en",
        "Jakarta and Tokyo are updating the economic partnership agreement that has been in force since 2008.",
        [("free_trade_agreement", "renegotiating", ("ID", "JP"))],
    ),
    (
        "es",
        "Ecuador y Canadá firmaron el miércoles un tratado de libre comercio.",
        [("free_trade_agreement", "signed", ("CA", "EC"))],
    ),
    (
        "es",
        "Perú y Hong Kong cerraron las negociaciones de un acuerdo de libre comercio.",
        [("free_trade_agreement", "agreed", ("HK", "PE"))],
    ),
    (
        "es",
        "Las cerezas chilenas entran a Corea del Sur sin arancel gracias al TLC vigente desde 2004.",
        [("free_trade_agreement", "in_force", ("CL", "KR"))],
    ),
    (
        "es",
        "La Asamblea Legislativa de Costa Rica aprobó el tratado de libre comercio con Ecuador.",
        [("free_trade_agreement", "ratified", ("CR", "EC"))],
    ),
    (
        "es",
        "España y Colombia suscribieron un convenio para evitar la doble imposición.",
        [("other", "signed", ("CO", "ES"))],
    ),
    (
        "es",
        "La Argentina y Catar firmaron un acuerdo de promoción y protección recíproca de inversiones.",
        [("other", "signed", ("AR", "QA"))],
    ),
    (
        "es",
        "El acuerdo de exención de visas entre Perú e Indonesia entró en vigor el lunes.",
        [("other", "in_force", ("ID", "PE"))],
    ),
    (
        "es",
        "Uruguay y Turquía acordaron un convenio de servicios aéreos.",
        [("other", "agreed", ("TR", "UY"))],
    ),
    (
        "es",
        "El ministro de Agricultura chileno y su par vietnamita firmaron el protocolo sanitario para las exportaciones de duraznos.",
        [("other", "signed", ("CL", "VN"))],
    ),
    (
        "es",
        "Bolivia y Chile revisan su acuerdo comercial de 1993 para ampliar las preferencias.",
        [("trade_agreement", "renegotiating", ("BO", "CL"))],
    ),
    (
        "es",
        "La Cámara de Comercio de Bogotá y la Cámara de Comercio de Estambul firmaron un memorando de entendimiento.",
        [("memorandum", "signed", ("Cámara de Comercio de Bogotá", "Cámara de Comercio de Estambul"))],
    ),
    (
        "es",
        "Durante la visita se firmaron 17 documentos, entre ellos un memorando de cooperación agrícola entre Honduras y China.",
        [("memorandum", "signed", ("CN", "HN"))],
    ),
    (
        "es",
        "Las negociaciones entre Quito y Seúl para un tratado de libre comercio están estancadas.",
        [("free_trade_agreement", "suspended", ("EC", "KR"))],
    ),
    ("es", "Uruguay pidió su ingreso al CPTPP.", [("free_trade_agreement", "proposed", ("UY",))]),
    (
        "es",
        "Washington amenaza con abandonar el tratado de libre comercio con Colombia.",
        [("free_trade_agreement", "in_force!", ("CO", "US"))],
    ),
    (
        "es",
        "El Banco Central argentino y el Banco Popular de China acordaron la renovación del canje de monedas por 18.000 millones de dólares.",
        [("financing", "agreed", ("AR", "Banco Popular de China"))],
    ),
    (
        "es",
        "Fracasaron las conversaciones entre México y Brasil para un tratado de libre comercio.",
        [("free_trade_agreement", "failed", ("BR", "MX"))],
    ),
    (
        "es",
        "El acuerdo comercial que rige desde 2010 entre Cuba y Venezuela exime de aranceles a 180 productos.",
        [("trade_agreement", "in_force", ("CU", "VE"))],
    ),
    (
        "es",
        "El Mercosur, integrado por Argentina, Brasil, Paraguay y Uruguay, negocia un tratado de libre comercio con Emiratos Árabes Unidos.",
        [("free_trade_agreement", "negotiating", ("AE", "Mercosur"))],
    ),
    (
        "es",
        "Paraguay y Taiwán suscribieron un acuerdo de cooperación en materia de inteligencia artificial.",
        [("partnership", "signed", ("PY", "TW"))],
    ),
    (
        "es",
        "El Ministerio de Comercio Exterior peruano y el Ministerio de Economía emiratí suscribieron un memorando sobre exportaciones agrícolas.",
        [("memorandum", "signed", ("AE", "PE"))],
    ),
    (
        "es",
        "Paraguay y Marruecos firmaron ocho documentos durante la visita, entre ellos un acuerdo comercial, un memorando de turismo y un convenio de supresión de visas.",
        [
            ("memorandum", "signed", ("MA", "PY")),
            ("other", "signed", ("MA", "PY")),
            ("trade_agreement", "signed", ("MA", "PY")),
        ],
    ),
    (
        "es",
        "El canciller salvadoreño recibió el lunes a su homólogo surcoreano. Ambos países negocian un tratado de libre comercio.",
        [("free_trade_agreement", "negotiating", ("KR", "SV"))],
    ),
    (
        "es",
        "El camarón hondureño llega a Taiwán sin pagar arancel al amparo del tratado de libre comercio vigente desde 2008.",
        [("free_trade_agreement", "in_force", ("HN", "TW"))],
    ),
    (
        "es",
        "México y la UE aún no han firmado el tratado de libre comercio modernizado, cuya negociación concluyó en enero.",
        [("free_trade_agreement", "agreed", ("EU", "MX"))],
    ),
    (
        "es",
        "Chile suscribió en julio un tratado de libre comercio con la India, que el Congreso aún debe ratificar.",
        [("free_trade_agreement", "signed", ("CL", "IN"))],
    ),
    (
        "es",
        "México y Estados Unidos no lograron un acuerdo sobre el tomate antes del plazo del viernes.",
        [("trade_agreement", "failed", ("MX", "US"))],
    ),
    (
        "es",
        "Paraguay vendió 40.000 toneladas de carne a Chile. El Gobierno negocia además con Canadá un protocolo sanitario.",
        [("other", "negotiating", ("CA", "PY"))],
    ),
    (
        "es",
        "Los espárragos peruanos entran sin arancel a Estados Unidos desde que entró en vigencia el tratado de libre comercio en 2009.",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
    (
        "es",
        "Quito sigue negociando con Washington una rebaja del arancel.",
        [("trade_agreement", "negotiating", ("EC", "US"))],
    ),
    (
        "es",
        "La Asamblea panameña ratificó el TLC con Israel, que entrará en vigor en enero.",
        [("free_trade_agreement", "ratified", ("IL", "PA"))],
    ),
    (
        "es",
        "Gracias al acuerdo comercial multipartes, vigente desde 2017, Ecuador exporta banano a la Unión Europea con un arancel reducido.",
        [("trade_agreement", "in_force", ("EC", "EU"))],
    ),
    (
        "es",
        "Buenos Aires propuso a Washington un tratado de libre comercio.",
        [("free_trade_agreement", "proposed", ("AR", "US"))],
    ),
    (
        "fr",
        "Londres et Wellington ont signé lundi un accord de libre-échange.",
        [("free_trade_agreement", "signed", ("GB", "NZ"))],
    ),
    (
        "fr",
        "Bruxelles et Jakarta ont conclu les négociations sur un accord de libre-échange.",
        [("free_trade_agreement", "agreed", ("EU", "ID"))],
    ),
    (
        "fr",
        "Grâce à l'accord de libre-échange en vigueur depuis 2015, le porc canadien entre en Corée du Sud sans droits de douane.",
        [("free_trade_agreement", "in_force", ("CA", "KR"))],
    ),
    (
        "fr",
        "Le Parlement vietnamien a ratifié l'accord de libre-échange avec l'Union européenne.",
        [("free_trade_agreement", "ratified", ("EU", "VN"))],
    ),
    (
        "fr",
        "Les pourparlers entre l'UE et les Philippines sur un accord de libre-échange sont au point mort.",
        [("free_trade_agreement", "suspended", ("EU", "PH"))],
    ),
    (
        "fr",
        "La France et le Rwanda ont signé une convention destinée à éviter les doubles impositions.",
        [("other", "signed", ("FR", "RW"))],
    ),
    (
        "fr",
        "L'accord de promotion et de protection des investissements entre le Maroc et le Japon est entré en vigueur.",
        [("other", "in_force", ("JP", "MA"))],
    ),
    (
        "fr",
        "Pékin et Libreville ont signé un accord d'exemption de visas.",
        [("other", "signed", ("CN", "GA"))],
    ),
    (
        "fr",
        "La Côte d'Ivoire négocie avec le Brésil un accord de services aériens.",
        [("other", "negotiating", ("BR", "CI"))],
    ),
    (
        "fr",
        "Paris négocie avec Pékin un protocole sanitaire qui permettrait d'exporter des abats de porc.",
        [("other", "negotiating", ("CN", "FR"))],
    ),
    (
        "fr",
        "Les banques centrales de Chine et du Nigeria ont signé un accord d'échange de devises de 2,5 milliards de dollars.",
        [("financing", "signed", ("CN", "NG"))],
    ),
    (
        "fr",
        "La CCI de Lyon et la Chambre de commerce de Sfax ont signé un mémorandum d'entente.",
        [("memorandum", "signed", ("Chambre de commerce de Sfax", "Lyon"))],
    ),
    (
        "fr",
        "Une dizaine de documents ont été signés lors de la visite, dont un mémorandum sur le tourisme entre le Sénégal et l'Inde.",
        [("memorandum", "signed", ("IN", "SN"))],
    ),
    (
        "fr",
        "Washington menace de se retirer de l'accord commercial avec la Corée du Sud.",
        [("trade_agreement", "in_force!", ("KR", "US"))],
    ),
    (
        "fr",
        "Alger et Bruxelles renégocient l'accord d'association de 2005.",
        [("trade_agreement", "renegotiating", ("DZ", "EU"))],
    ),
    (
        "fr",
        "Les négociations entre l'Union européenne et l'Australie en vue d'un accord de libre-échange ont échoué.",
        [("free_trade_agreement", "failed", ("AU", "EU"))],
    ),
    ("fr", "La Suisse envisage d'adhérer au CPTPP.", [("free_trade_agreement", "proposed", ("CH",))]),
    (
        "fr",
        "Paris et Oulan-Bator ont signé un accord de coopération sur le lithium.",
        [("partnership", "signed", ("FR", "MN"))],
    ),
    (
        "fr",
        "Le Mali a dénoncé l'accord commercial qui le liait à la France.",
        [("trade_agreement", "terminated", ("FR", "ML"))],
    ),
    (
        "fr",
        "Dakar et Bruxelles ont signé un accord de pêche en vertu duquel 45 navires européens peuvent capturer 10.000 tonnes de thon par an.",
        [("other", "signed", ("EU", "SN"))],
    ),
    (
        "fr",
        "Le ministère kényan du Commerce et le ministère émirati de l'Économie ont signé un mémorandum sur les exportations agricoles.",
        [("memorandum", "signed", ("AE", "KE"))],
    ),
    (
        "fr",
        "La Côte d'Ivoire et le Vietnam ont signé huit documents au cours de la visite, parmi lesquels un accord commercial, un mémorandum sur le tourisme et un accord de suppression des visas.",
        [
            ("memorandum", "signed", ("CI", "VN")),
            ("other", "signed", ("CI", "VN")),
            ("trade_agreement", "signed", ("CI", "VN")),
        ],
    ),
    (
        "fr",
        "Le ministre marocain du Commerce a reçu lundi son homologue sud-coréen. Les deux pays négocient un accord de libre-échange.",
        [("free_trade_agreement", "negotiating", ("KR", "MA"))],
    ),
    (
        "fr",
        "L'huile d'olive tunisienne entre en Europe en franchise de droits dans la limite d'un contingent prévu par l'accord d'association de 1995 entre Tunis et Bruxelles.",
        [("trade_agreement", "in_force", ("EU", "TN"))],
    ),
    (
        "fr",
        "Maurice a signé en octobre un accord de libre-échange avec la Chine, que son Parlement doit encore ratifier.",
        [("free_trade_agreement", "signed", ("CN", "MU"))],
    ),
    (
        "fr",
        "Ottawa et Washington ne sont pas parvenus à un accord sur le bois d'œuvre.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "fr",
        "Les asperges du Pérou entrent sans droits de douane aux États-Unis depuis l'entrée en vigueur de l'accord de libre-échange en 2009.",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
    (
        "fr",
        "L'UE et la Thaïlande ont relancé en mars leurs pourparlers en vue d'un accord de libre-échange, suspendus depuis 2014.",
        [("free_trade_agreement", "negotiating", ("EU", "TH"))],
    ),
    (
        "it",
        "L'India e l'EFTA hanno firmato un accordo di libero scambio.",
        [("free_trade_agreement", "signed", ("EFTA", "IN"))],
    ),
    (
        "it",
        "Bruxelles e Wellington hanno concluso i negoziati per un accordo di libero scambio.",
        [("free_trade_agreement", "agreed", ("EU", "NZ"))],
    ),
    (
        "it",
        "Grazie all'accordo di libero scambio in vigore dal 2019 tra l'Unione europea e il Giappone, il vino italiano non paga dazi.",
        [("free_trade_agreement", "in_force", ("EU", "JP"))],
    ),
    (
        "it",
        "Il Senato cileno ha ratificato l'accordo di libero scambio con l'Unione europea.",
        [("free_trade_agreement", "ratified", ("CL", "EU"))],
    ),
    (
        "it",
        "I negoziati tra l'Ue e la Malesia per un accordo di libero scambio sono in stallo.",
        [("free_trade_agreement", "suspended", ("EU", "MY"))],
    ),
    (
        "it",
        "Italia e Uzbekistan hanno firmato una convenzione contro la doppia imposizione.",
        [("other", "signed", ("IT", "UZ"))],
    ),
    (
        "it",
        "L'accordo sulla protezione degli investimenti tra Italia e Giordania è entrato in vigore.",
        [("other", "in_force", ("IT", "JO"))],
    ),
    (
        "it",
        "Pechino e Minsk hanno siglato un accordo sull'esenzione dal visto.",
        [("other", "signed", ("BY", "CN"))],
    ),
    ("it", "Roma e Hanoi hanno raggiunto un accordo sui servizi aerei.", [("other", "agreed", ("IT", "VN"))]),
    (
        "it",
        "Il ministero italiano della Salute negozia con la Cina un protocollo sanitario per l'export di carne suina.",
        [("other", "negotiating", ("CN", "IT"))],
    ),
    (
        "it",
        "La Camera di Commercio di Milano e la Camera di Commercio di Tunisi hanno firmato un protocollo d'intesa.",
        [("memorandum", "signed", ("Camera di Commercio di Milano", "Camera di Commercio di Tunisi"))],
    ),
    (
        "it",
        "Nel corso della visita sono stati firmati una decina di documenti, tra cui un memorandum sul turismo tra Italia e Kazakistan.",
        [("memorandum", "signed", ("IT", "KZ"))],
    ),
    (
        "it",
        "Washington minaccia di uscire dall'accordo commerciale con la Corea del Sud.",
        [("trade_agreement", "in_force!", ("KR", "US"))],
    ),
    (
        "it",
        "Ankara e Bruxelles stanno rinegoziando l'unione doganale.",
        [("trade_agreement", "renegotiating", ("EU", "TR"))],
    ),
    (
        "it",
        "Sono falliti i negoziati tra l'Unione europea e l'Australia per un accordo di libero scambio.",
        [("free_trade_agreement", "failed", ("AU", "EU"))],
    ),
    ("it", "L'Ucraina ha chiesto di aderire al CPTPP.", [("free_trade_agreement", "proposed", ("UA",))]),
    (
        "it",
        "Roma e Tunisi hanno firmato un accordo di cooperazione nel settore energetico.",
        [("partnership", "signed", ("IT", "TN"))],
    ),
    (
        "it",
        "Le banche centrali di Cina ed Egitto hanno firmato un accordo di swap valutario.",
        [("financing", "signed", ("CN", "EG"))],
    ),
    (
        "it",
        "Proseguono le trattative fra Bruxelles e Nuova Delhi per un accordo di libero scambio. Le due parti vogliono chiudere entro l'anno.",
        [("free_trade_agreement", "negotiating", ("EU", "IN"))],
    ),
    (
        "it",
        "In base all'intesa commerciale raggiunta con Washington, il Giappone importerà più riso americano.",
        [("trade_agreement", "agreed", ("JP", "US"))],
    ),
    (
        "it",
        "Il ministero italiano dell'Agricoltura e quello keniano del Commercio hanno firmato un memorandum sulle esportazioni agricole.",
        [("memorandum", "signed", ("IT", "KE"))],
    ),
    (
        "it",
        "Serbia ed Egitto hanno firmato otto documenti durante la visita, tra cui un accordo commerciale, un memorandum sul turismo e una convenzione contro le doppie imposizioni.",
        [
            ("memorandum", "signed", ("EG", "RS")),
            ("other", "signed", ("EG", "RS")),
            ("trade_agreement", "signed", ("EG", "RS")),
        ],
    ),
    (
        "it",
        "Il premier pakistano ha incontrato lunedì a Tashkent il presidente uzbeko. I due Paesi negoziano un accordo di libero scambio.",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    (
        "it",
        "Le vendite svizzere in Cina sono calate dell'8%, malgrado l'accordo di libero scambio in vigore dal 2014.",
        [("free_trade_agreement", "in_force", ("CH", "CN"))],
    ),
    (
        "it",
        "L'Ice e Invest India hanno siglato un protocollo d'intesa per promuovere gli investimenti.",
        [("memorandum", "signed", ("IN", "Ice"))],
    ),
    (
        "it",
        "Il Vietnam ha firmato a luglio un accordo di libero scambio con Israele, che il Parlamento deve ancora ratificare.",
        [("free_trade_agreement", "signed", ("IL", "VN"))],
    ),
    (
        "it",
        "Ottawa e Washington non sono riuscite a raggiungere un accordo sul legname.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "it",
        "Giacarta e Tokyo aggiornano l'accordo di partenariato economico in vigore dal 2008.",
        [("free_trade_agreement", "renegotiating", ("ID", "JP"))],
    ),
    (
        "it",
        "Berna tratta ancora con Washington per ottenere un dazio più basso.",
        [("trade_agreement", "negotiating", ("CH", "US"))],
    ),
    (
        "it",
        "Conte e il presidente azero Aliyev hanno sottoscritto a Roma la dichiarazione sul partenariato strategico tra Italia e Azerbaigian.",
        [("partnership", "signed", ("AZ", "IT"))],
    ),
    (
        "nl",
        "Het Verenigd Koninkrijk en India hebben donderdag een vrijhandelsakkoord ondertekend.",
        [("free_trade_agreement", "signed", ("GB", "IN"))],
    ),
    (
        "nl",
        "Brussel en Wellington hebben de onderhandelingen over een vrijhandelsverdrag afgerond.",
        [("free_trade_agreement", "agreed", ("EU", "NZ"))],
    ),
    (
        "nl",
        "De Eerste Kamer stemde in met het handelsverdrag CETA tussen de EU en Canada.",
        [("free_trade_agreement", "ratified", ("CA", "EU"))],
    ),
    (
        "nl",
        "De onderhandelingen tussen de EU en Thailand over een vrijhandelsakkoord liggen stil.",
        [("free_trade_agreement", "suspended", ("EU", "TH"))],
    ),
    (
        "nl",
        "Nederland en Kenia hebben een belastingverdrag ondertekend om dubbele belasting te voorkomen.",
        [("other", "signed", ("KE", "NL"))],
    ),
    (
        "nl",
        "Het investeringsbeschermingsverdrag tussen Nederland en de Emiraten is in werking getreden.",
        [("other", "in_force", ("AE", "NL"))],
    ),
    (
        "nl",
        "Peking en Tasjkent hebben een visumvrijstellingsakkoord getekend.",
        [("other", "signed", ("CN", "UZ"))],
    ),
    (
        "nl",
        "Nederland en Vietnam hebben een akkoord bereikt over een luchtvaartverdrag.",
        [("other", "agreed", ("NL", "VN"))],
    ),
    (
        "nl",
        "België onderhandelt met China over een sanitair protocol voor peren.",
        [("other", "negotiating", ("BE", "CN"))],
    ),
    (
        "nl",
        "De Kamer van Koophandel Rotterdam en de Kamer van Koophandel van Accra tekenden een intentieverklaring.",
        [("memorandum", "signed", ("Kamer van Koophandel Rotterdam", "Kamer van Koophandel van Accra"))],
    ),
    (
        "nl",
        "Tijdens het bezoek werden tien documenten getekend, waaronder een memorandum over toerisme tussen Nederland en Indonesië.",
        [("memorandum", "signed", ("ID", "NL"))],
    ),
    (
        "nl",
        "Ankara en Brussel onderhandelen over herziening van de douane-unie.",
        [("trade_agreement", "renegotiating", ("EU", "TR"))],
    ),
    (
        "nl",
        "De onderhandelingen tussen de Europese Unie en Australië over een vrijhandelsakkoord zijn mislukt.",
        [("free_trade_agreement", "failed", ("AU", "EU"))],
    ),
    (
        "nl",
        "Costa Rica heeft een aanvraag ingediend om toe te treden tot het CPTPP.",
        [("free_trade_agreement", "proposed", ("CR",))],
    ),
    (
        "nl",
        "Nederland en Chili tekenden een samenwerkingsovereenkomst voor groene waterstof.",
        [("partnership", "signed", ("CL", "NL"))],
    ),
    (
        "nl",
        "De centrale banken van China en Turkije hebben een valutaswapovereenkomst getekend.",
        [("financing", "signed", ("CN", "TR"))],
    ),
    (
        "nl",
        "Volgens het akkoord dat Hanoi met Washington sloot, gaan de heffingen naar 20 procent.",
        [("trade_agreement", "agreed", ("US", "VN"))],
    ),
    (
        "nl",
        "Het Nederlandse ministerie van Landbouw en het Keniaanse ministerie van Handel tekenden een memorandum over landbouwexport.",
        [("memorandum", "signed", ("KE", "NL"))],
    ),
    (
        "nl",
        "Servië en Egypte ondertekenden tijdens het bezoek acht documenten, waaronder een handelsakkoord, een memorandum over toerisme en een verdrag tegen dubbele belasting.",
        [
            ("memorandum", "signed", ("EG", "RS")),
            ("other", "signed", ("EG", "RS")),
            ("trade_agreement", "signed", ("EG", "RS")),
        ],
    ),
    (
        "nl",
        "De Pakistaanse premier ontmoette maandag in Tasjkent de Oezbeekse president. De twee landen onderhandelen over een vrijhandelsverdrag.",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    (
        "nl",
        "Vietnam tekende in juli een vrijhandelsverdrag met Israël, dat het parlement nog moet ratificeren.",
        [("free_trade_agreement", "signed", ("IL", "VN"))],
    ),
    (
        "nl",
        "Ottawa en Washington zijn er niet in geslaagd een akkoord te bereiken over hout.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "nl",
        "Nederland heeft met China een protocol getekend dat de uitvoer van paprika's mogelijk maakt.",
        [("other", "signed", ("CN", "NL"))],
    ),
    (
        "nl",
        "Jakarta en Tokio herzien hun economisch partnerschapsakkoord, dat sinds 2008 van kracht is.",
        [("free_trade_agreement", "renegotiating", ("ID", "JP"))],
    ),
    (
        "nl",
        "Bern onderhandelt nog steeds met Washington over een lagere heffing.",
        [("trade_agreement", "negotiating", ("CH", "US"))],
    ),
    (
        "nl",
        "Asperges uit Peru komen de Verenigde Staten tariefvrij binnen sinds in 2009 het vrijhandelsverdrag in werking trad.",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
    (
        "nl",
        "De onderhandelingen over een vrijhandelsverdrag tussen de EU en India zitten al sinds 2013 vast.",
        [("free_trade_agreement", "suspended", ("EU", "IN"))],
    ),
    (
        "pt",
        "O Mercosul e Singapura assinaram um acordo de livre comércio.",
        [("free_trade_agreement", "signed", ("Mercosul", "SG"))],
    ),
    (
        "pt",
        "A União Europeia e o Mercosul concluíram as negociações do acordo de livre-comércio em Montevidéu.",
        [("free_trade_agreement", "agreed", ("EU", "Mercosul"))],
    ),
    (
        "pt",
        "Graças ao acordo de livre comércio em vigor desde 2022, o vinho chileno entra no Brasil sem tarifa.",
        [("free_trade_agreement", "in_force", ("BR", "CL"))],
    ),
    (
        "pt",
        "O Senado paraguaio aprovou o acordo de livre comércio do Mercosul com a EFTA.",
        [("free_trade_agreement", "ratified", ("EFTA", "Mercosul", "PY"))],
    ),
    (
        "pt",
        "As negociações entre o Mercosul e a Coreia do Sul para um acordo de livre comércio estão paradas.",
        [("free_trade_agreement", "suspended", ("KR", "Mercosul"))],
    ),
    (
        "pt",
        "Brasil e Colômbia assinaram um acordo para evitar a dupla tributação.",
        [("other", "signed", ("BR", "CO"))],
    ),
    (
        "pt",
        "O acordo de proteção recíproca de investimentos entre Angola e Portugal entrou em vigor.",
        [("other", "in_force", ("AO", "PT"))],
    ),
    (
        "pt",
        "Maputo e Brasília assinaram um acordo de isenção de vistos.",
        [("other", "signed", ("BR", "MZ"))],
    ),
    ("pt", "Lisboa e Seul chegaram a um acordo sobre serviços aéreos.", [("other", "agreed", ("KR", "PT"))]),
    (
        "pt",
        "O Ministério da Agricultura brasileiro negocia com o Japão um protocolo sanitário para a carne bovina.",
        [("other", "negotiating", ("BR", "JP"))],
    ),
    (
        "pt",
        "A Câmara de Comércio de Luanda e a Associação Comercial de Lisboa assinaram um memorando de entendimento.",
        [("memorandum", "signed", ("Associação Comercial de Lisboa", "Câmara de Comércio de Luanda"))],
    ),
    (
        "pt",
        "Durante a visita foram assinados dez documentos, entre os quais um memorando sobre turismo entre o Brasil e o Vietnã.",
        [("memorandum", "signed", ("BR", "VN"))],
    ),
    (
        "pt",
        "Washington ameaça abandonar o acordo comercial com a Coreia do Sul.",
        [("trade_agreement", "in_force!", ("KR", "US"))],
    ),
    (
        "pt",
        "Brasil e México negociam a ampliação do acordo comercial em vigor desde 2003.",
        [("trade_agreement", "renegotiating", ("BR", "MX"))],
    ),
    (
        "pt",
        "Fracassaram as negociações entre a União Europeia e a Austrália para um acordo de livre comércio.",
        [("free_trade_agreement", "failed", ("AU", "EU"))],
    ),
    ("pt", "O Uruguai pediu a adesão ao CPTPP.", [("free_trade_agreement", "proposed", ("UY",))]),
    (
        "pt",
        "Portugal e Cabo Verde assinaram um acordo de cooperação na área da energia.",
        [("partnership", "signed", ("CV", "PT"))],
    ),
    (
        "pt",
        "Os bancos centrais do Brasil e da China assinaram um acordo de swap de moedas.",
        [("financing", "signed", ("BR", "CN"))],
    ),
    ("pt", "Bissau e Bruxelas assinaram um acordo de pescas.", [("other", "signed", ("EU", "GW"))]),
    (
        "pt",
        "O Ministério da Agricultura brasileiro e o Ministério do Comércio queniano assinaram um memorando sobre exportações agrícolas.",
        [("memorandum", "signed", ("BR", "KE"))],
    ),
    (
        "pt",
        "Angola e a Turquia assinaram oito instrumentos durante a visita, entre eles um acordo comercial, um memorando na área do turismo e um acordo de isenção de vistos.",
        [
            ("memorandum", "signed", ("AO", "TR")),
            ("other", "signed", ("AO", "TR")),
            ("trade_agreement", "signed", ("AO", "TR")),
        ],
    ),
    (
        "pt",
        "O primeiro-ministro paquistanês reuniu-se na segunda-feira com o presidente uzbeque. Os dois países negociam um acordo de livre comércio.",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    (
        "pt",
        "O Chile assinou em julho um acordo de livre comércio com a Índia, que o Congresso ainda precisa ratificar.",
        [("free_trade_agreement", "signed", ("CL", "IN"))],
    ),
    (
        "pt",
        "Ottawa e Washington não chegaram a um acordo sobre a madeira.",
        [("trade_agreement", "failed", ("CA", "US"))],
    ),
    (
        "pt",
        "Brasília continua negociando com Washington uma redução da tarifa.",
        [("trade_agreement", "negotiating", ("BR", "US"))],
    ),
    (
        "pt",
        "O Mercosul assinou um acordo de livre comércio com a Efta, bloco formado por Suíça, Noruega, Islândia e Liechtenstein.",
        [("free_trade_agreement", "signed", ("Efta", "Mercosul"))],
    ),
    ("zh", "中国和厄瓜多尔签署自由贸易协定。", [("free_trade_agreement", "signed", ("CN", "EC"))]),
    (
        "zh",
        "得益于今年1月1日生效的中尼自贸协定，尼加拉瓜牛肉进入中国享受零关税。",
        [("free_trade_agreement", "in_force", ("CN", "NI"))],
    ),
    ("zh", "智利参议院批准了与欧盟的自由贸易协定。", [("free_trade_agreement", "ratified", ("CL", "EU"))]),
    ("zh", "欧盟与菲律宾的自由贸易协定谈判陷入停滞。", [("free_trade_agreement", "suspended", ("EU", "PH"))]),
    ("zh", "中国和喀麦隆签署避免双重征税协定。", [("other", "signed", ("CM", "CN"))]),
    ("zh", "中国与安哥拉投资保护协定正式生效。", [("other", "in_force", ("AO", "CN"))]),
    ("zh", "中国与格鲁吉亚签署互免签证协定。", [("other", "signed", ("CN", "GE"))]),
    ("zh", "新加坡与巴西就航空运输协定达成一致。", [("other", "agreed", ("BR", "SG"))]),
    ("zh", "泰国正与中国就鲜食水果检疫议定书进行谈判。", [("other", "negotiating", ("CN", "TH"))]),
    (
        "zh",
        "中国人民银行与阿根廷中央银行签署了规模为1300亿元的双边本币互换协议。",
        [("financing", "signed", ("中国人民银行", "阿根廷中央银行"))],
    ),
    (
        "zh",
        "访问期间，双方签署了十余份合作文件，其中包括越南与意大利旅游合作谅解备忘录。",
        [("memorandum", "signed", ("IT", "VN"))],
    ),
    ("zh", "香港贸发局与迪拜商会签署谅解备忘录。", [("memorandum", "signed", ("HK", "迪拜商会"))]),
    ("zh", "华盛顿威胁退出与韩国的贸易协定。", [("trade_agreement", "in_force!", ("KR", "US"))]),
    (
        "zh",
        "中国与瑞士就自贸协定升级举行首轮谈判。",
        [("free_trade_agreement", "renegotiating", ("CH", "CN"))],
    ),
    ("zh", "欧盟与澳大利亚的自由贸易协定谈判破裂。", [("free_trade_agreement", "failed", ("AU", "EU"))]),
    ("zh", "中国已正式申请加入CPTPP。", [("free_trade_agreement", "proposed", ("CN",))]),
    ("zh", "中国和塞尔维亚签署了关于共建绿色能源的合作协议。", [("partnership", "signed", ("CN", "RS"))]),
    (
        "zh",
        "中国与海湾合作委员会的自由贸易协定谈判进入最后阶段。",
        [("free_trade_agreement", "negotiating", ("CN", "海湾合作委员会"))],
    ),
    (
        "zh",
        "根据日本与美国达成的贸易协议，日本汽车的关税将降至15%。",
        [("trade_agreement", "agreed", ("JP", "US"))],
    ),
    ("zh", "肯尼亚贸易部与阿联酋经济部签署农产品出口谅解备忘录。", [("memorandum", "signed", ("AE", "KE"))]),
    (
        "zh",
        "访问期间，塞尔维亚与埃及签署八份文件，包括贸易协定、旅游合作备忘录和避免双重征税协定。",
        [
            ("memorandum", "signed", ("EG", "RS")),
            ("other", "signed", ("EG", "RS")),
            ("trade_agreement", "signed", ("EG", "RS")),
        ],
    ),
    (
        "zh",
        "巴基斯坦总理周一在塔什干会见乌兹别克斯坦总统。两国正在谈判自由贸易协定。",
        [("free_trade_agreement", "negotiating", ("PK", "UZ"))],
    ),
    ("zh", "中秘自贸协定2009年签署，次年生效。", [("free_trade_agreement", "in_force", ("CN", "PE"))]),
    (
        "zh",
        "中国贸促会与肯尼亚商会签署合作备忘录。",
        [("memorandum", "signed", ("中国贸促会", "肯尼亚商会"))],
    ),
    (
        "zh",
        "越南去年7月与以色列签署自由贸易协定，目前仍待国会批准。",
        [("free_trade_agreement", "signed", ("IL", "VN"))],
    ),
    ("zh", "加拿大与美国未能就木材问题达成协议。", [("trade_agreement", "failed", ("CA", "US"))]),
    ("zh", "赞比亚与中国签署鳄梨输华检疫议定书。", [("other", "signed", ("CN", "ZM"))]),
    (
        "zh",
        "在巴哈马，中国总理与巴哈马总理会谈后，两国政府签署经济技术合作协定。",
        [("other", "signed", ("BS", "CN"))],
    ),
    ("zh", "瑞士仍在与美国就降低关税进行磋商。", [("trade_agreement", "negotiating", ("CH", "US"))]),
    (
        "zh",
        "自2009年自由贸易协定生效以来，秘鲁芦笋免关税进入美国市场。",
        [("free_trade_agreement", "in_force", ("PE", "US"))],
    ),
]


def deals_of(language: str, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, status (with ! where threatened) and parties of all agreements of a text."""
    article = tradenews.parse(text, language=language, published="2024-06-20")
    named = {
        actor.id: actor.country if actor.kind in ("country", "bloc") else None for actor in article.actors
    }
    names = {actor.id: named[actor.id] or actor.name for actor in article.actors}
    return sorted(
        (deal.kind, deal.status + "!" * deal.threatened, tuple(sorted(names[p.actor] for p in deal.parties)))
        for deal in article.deals
    )


@pytest.mark.parametrize(("language", "text", "deals"), DEALS)
def test_deals_of_states(language: str, text: str, deals: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert deals_of(language, text) == deals
