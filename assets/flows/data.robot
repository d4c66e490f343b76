*** Settings ***
Documentation       Which way data flows: embedded SIM, inserted SIM, hotspot of the phone; what the country has of them.
Resource            steps.resource

*** Test Cases ***
PCM 6.0 Has Data Over The Embedded SIM Alone
    [Documentation]    faq:171
    [Tags]    R-DATA-1    pcm-6.0
    Expect Data    embedded
    Run Keyword And Expect Error    *no slot*    Sim Insert    no_pin
    Phone Pair
    Phone Call    in
    Ok
    Expect State    call_over    bluetooth
    Expect Data    embedded

PCM 6.0 Joins No Hotspot
    [Tags]    R-DATA-1    pcm-6.0
    Phone Pair
    Expect Refused    phone hotspot on    no_hotspot_client
    Expect Data    embedded

Where There Is No Embedded SIM The Others Carry Data
    [Documentation]    faq:171-177
    [Tags]    R-DATA-2    pcm-4.0    pcm-4.1    pcm-5.0
    Country    AD
    Expect Data    none
    Expect Reason    no_embedded_sim
    Sim Insert    no_pin
    Expect Data    inserted
    Join The Hotspot Of The Phone

Where There Is No SIM Slot The Others Carry Data
    [Tags]    R-DATA-2    pcm-4.0    pcm-4.1    pcm-5.0
    Country    CN
    Run Keyword And Expect Error    *no slot*    Sim Insert    no_pin
    Expect Data    embedded
    Join The Hotspot Of The Phone

The Hotspot Goes Before The Inserted SIM And That Before The Embedded One
    [Documentation]    The order is assumed.
    [Tags]    R-DATA-6    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Expect Data    embedded
    Sim Insert    no_pin
    Expect Data    inserted
    Join The Hotspot Of The Phone
    Phone Hotspot    off
    Expect Data    inserted
    Sim Remove
    Expect Data    embedded

Each Way Says Why It Was Not Taken
    [Tags]    R-DATA-6    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    ${told}=    Why    inserted
    Should Contain    ${told}    [no_sim]
    Sim Insert    no_pin
    ${told}=    Why    embedded
    Should Contain    ${told}    [path_in_use]

The Choice Of The Way Can Be Read In The Menus
    [Tags]    R-DATA-6
    Language    en
    Go    data_paths
    Tap    data_paths
    Expect Row    data_paths_3    text=Active
    Network Is    none
    Expect Row    data_paths_3    text=No network found

Ended Data Leaves No Online Service
    [Documentation]    faq:193-201
    [Tags]    R-DATA-7
    Do    end-data
    Expect Data    none
    Fill In What Links The Car
    Expect Refused    ok
    Go    update_content
    Expect Row    update_content    greyed

A Country Without A Contact Is Served With Limits
    [Documentation]    faq:65
    [Tags]    R-DATA-8    pcm-4.0    pcm-4.1    pcm-5.0
    Country    ZZ
    Expect Reason    no_embedded_sim
    Sim Insert    no_pin
    Expect Data    inserted
    Expect Refused    sim call out    needs_sim_calls

A Country Without Connect Says So Where The Car Is Linked
    [Tags]    R-DATA-8
    Country    AL
    Expect Refused    do link    needs_connect
