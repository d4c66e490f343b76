"""The cars that stand for their generation in the touch tests."""

CarYear = tuple[str, int]

PCM_40: CarYear = ("718-982", 2018)
PCM_41_DEVICES: CarYear = ("panamera-971.1", 2018)
PCM_41_SET: CarYear = ("panamera-971.1", 2020)
PCM_50: CarYear = ("cayenne-9y0", 2019)
PCM_60: CarYear = ("taycan-j1", 2024)

WITH_SLOT = (PCM_40, PCM_41_DEVICES, PCM_41_SET, PCM_50)
ALL = (*WITH_SLOT, PCM_60)
WITH_PRIVATE_MODE = (PCM_50, PCM_60)

NO_EMBEDDED = "AD"  # there only the inserted SIM and the hotspot carry data
ABROAD = "abroad CH LTE bars 4"  # words of the options of the panel
NO_COVERAGE = "none"
